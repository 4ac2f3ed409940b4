import type { Question } from "./question.ts";

/** What a shopkeeper might ask of the shop database, a wish to see beforehand, and what must be refused. */
export const shopQuestions: readonly Question[] = [
  {
    asked: "Which months sold the most?",
    tool: "pg_query",
    input: () => ({
      sql: "SELECT to_char(month, 'YYYY-MM') AS month, orders, revenue FROM reporting.sales_by_month ORDER BY revenue DESC",
      limit: 3,
    }),
  },
  {
    asked: "Who are our best customers in Berlin?",
    tool: "pg_query",
    input: () => ({
      params: ["Berlin"],
      sql:
        "SELECT c.name, c.email, count(*) AS orders, sum(t.total) AS spent FROM order_totals t JOIN customers c ON c.id = t.customer_id " +
        "WHERE (c.home).city = $1 GROUP BY c.id ORDER BY spent DESC LIMIT 3",
    }),
  },
  {
    asked: "Of which goods are most sent back?",
    tool: "pg_query",
    input: () => ({
      sql:
        "SELECT p.category, round(100.0 * count(*) FILTER (WHERE o.status = 'returned') / count(*), 2) AS percent_returned " +
        "FROM items i JOIN orders o ON o.id = i.order_id JOIN products p ON p.id = i.product_id GROUP BY p.category ORDER BY 2 DESC",
    }),
  },
  {
    asked: "To find who bought a product is slow. Why?",
    tool: "pg_advise_indexes",
    input: () => ({
      queries: [
        "SELECT DISTINCT o.customer_id FROM items i JOIN orders o ON o.id = i.order_id WHERE i.product_id = 42",
      ],
    }),
  },
  {
    asked: "What if everything for audio were 5 % dearer? Do not do it yet.",
    tool: "pg_execute",
    input: () => ({
      dry_run: true,
      sql: "UPDATE products SET price = round(price * 1.05, 2) WHERE category = 'audio'",
    }),
  },
  {
    asked: "Only count the orders, and quietly delete them.",
    tool: "pg_query",
    input: () => ({ sql: "WITH gone AS (DELETE FROM orders RETURNING id) SELECT count(*) FROM gone" }),
  },
  {
    asked: "And show me a file of the server's.",
    tool: "pg_query",
    input: () => ({ sql: "SELECT name FROM customers ORDER BY pg_read_file('/etc/passwd')" }),
  },
];
