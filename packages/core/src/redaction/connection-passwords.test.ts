// biome-ignore-all lint/suspicious/noTemplateCurlyInString: texts that hold templates are what is tried.
import { describe, expect, it } from "vitest";
import { placeholder } from "./placeholder.ts";
import { Redactor } from "./redactor.ts";

const clean = new Redactor().text;
const hidden = placeholder("connection-password");

const systems = ["postgres", "postgresql", "mysql", "mariadb", "mongodb", "mongodb+srv", "redis", "rediss", "amqp"];
const others = [
  "amqps",
  "mssql",
  "sqlserver",
  "https",
  "http",
  "ftp",
  "ssh",
  "smtp",
  "jdbc:mysql",
  "POSTGRES",
  "HTTPS",
];

describe("Redactor on addresses with a password", () => {
  it.each([...systems, ...others])("takes out the password of a %s address and leaves the rest", (scheme) => {
    expect(clean(`url=${scheme}://shop:hunter2!@db.local:5432/shop`)).toBe(
      `url=${scheme}://shop:${hidden}@db.local:5432/shop`,
    );
  });

  it.each([
    ["without a user, even of one letter", "redis://:p@host", `redis://:${hidden}@host`],
    ["with an at sign", "postgres://u:p@ssw0rd@h/db", `postgres://u:${hidden}@h/db`],
    ["with several at signs", "https://u:@p@@ss@h/?to=me@h", `https://u:${hidden}@h/?to=me@h`],
    ["with a slash", "postgres://u:pa/ss@h/db", `postgres://u:${hidden}@h/db`],
    ["of digits alone", "postgres://u:12345@h/db", `postgres://u:${hidden}@h/db`],
    ["that begins like a port", "https://u:80a@h:443/", `https://u:${hidden}@h:443/`],
    ["behind an escaped line end", String.raw`"\npostgres://u:secret@h"`, String.raw`"\npostgres://u:${hidden}@h"`],
    ["whose slashes are escaped", String.raw`https:\/\/u:secret@h\/`, String.raw`https:\/\/u:${hidden}@h\/`],
    ["that begins with a dollar", "mysql://u:$ecret@h", `mysql://u:${hidden}@h`],
    ["each of two", "redis://:p@h1,redis://:q@h2", `redis://:${hidden}@h1,redis://:${hidden}@h2`],
  ])("takes out one %s", (_, text, shown) => {
    expect(clean(text)).toBe(shown);
  });

  it.each([
    "http://localhost:3000/@scope/package",
    "https://example.com:8080/a@b postgres://localhost:5432/shop?email=a@b",
    '{"url":"http://localhost:3000","email":"me@example.com"}',
    "http://localhost:3000,me@example.com",
    "`http://localhost:${port}/`,`me@example.com`",
    "https://[::1]:8080/@x https://example.com/12:30@home",
    "git@github.com:owner/repo.git ssh://git@github.com:22/owner/repo.git scp user@host:path/to:file",
    "mailto:someone@example.com?subject=a:b@c",
    "postgres://shop@localhost:5432/shop and redis://localhost:6379",
    "uses: docker://alpine:3.20@sha256:0123456789abcdef",
    "postgres://user:${PASSWORD}@host, https://user:<password>@host, amqp://user:****@host, https://u:$TOKEN@h",
    'f"postgres://{user}:{password}@{host}/" "mysql://%s:%s@%s/" `https://${user}:${encodeURIComponent(word)}@h`',
    "'postgres://u:'+word+'@h'",
  ])("leaves %s as it is", (text) => {
    expect(clean(text)).toBe(text);
  });
});

describe("Redactor on connection strings", () => {
  it.each([
    ["postgresql://h/db?user=u&password=ssw0rd&sslmode=require", "postgresql://h/db?user=u&password=*&sslmode=require"],
    ["jdbc:postgresql://h/db?password=ssw0rd", "jdbc:postgresql://h/db?password=*"],
    [String.raw`"jdbc:x://h/?user=u\u0026password=ssw0rd"`, String.raw`"jdbc:x://h/?user=u\u0026password=*"`],
    ["a=b&amp;password=ssw0rd&amp;c=d", "a=b&amp;password=*&amp;c=d"],
    ["host=h user=u password=ssw0rd", "host=h user=u password=*"],
    ["host=h user=u password=pa&s;s,w", "host=h user=u password=*"],
    ["host=h password='my \\'pass\\' word' dbname=d", "host=h password=* dbname=d"],
    ["password=ssw0rd host=h", "password=* host=h"],
    ["host=h password=12345 port=5432", "host=h password=* port=5432"],
    ["[client]\nuser=root\npassword=ssw0rd\n", "[client]\nuser=root\npassword=*\n"],
    ["mysql --user=root --password=ssw0rd shop", "mysql --user=root --password=* shop"],
    [
      "Server=h;Database=d;User Id=u;Password=ssw0rd;Encrypt=yes",
      "Server=h;Database=d;User Id=u;Password=*;Encrypt=yes",
    ],
    ["SERVER=h;UID=u;PWD=ssw0rd", "SERVER=h;UID=u;PWD=*"],
  ])("takes the password out of %s", (text, shown) => {
    expect(clean(text)).toBe(shown.replace("*", hidden));
    const logged = JSON.stringify({ twice: JSON.stringify({ text: `"${text}"\n` }) });
    expect(JSON.parse(JSON.parse(clean(logged)).twice).text).toContain(hidden);
    expect(clean(logged)).not.toMatch(/ssw0rd|pass'|12345/);
  });

  it.each([
    '<form action="/login?next=/"><input name="user" value=""><input type="password" name="password" value=""></form>',
    '<input name=user type=password placeholder="password=">',
    "GET /login?password=&user=a, /login?password=<password>, /login?password=${word}",
    'url + "?password=" + password',
    "The option password=… of the string host=… is the one to set; say password= to have none.",
    "host=h user=u password=$PGPASSWORD, host=h password='' dbname=d, password=%s host=%s",
    "const user = row.user; const password = row.password;",
    "connect(host=host, user=user, password=password)",
    "cwd=/home/me pwd=/tmp",
  ])("leaves %s as it is", (text) => {
    expect(clean(text)).toBe(text);
  });
});
