"""Writes the documents in this folder, with programs that have nothing to do with those that read them.

Debian: apt-get install python3-openpyxl python3-xlsxwriter python3-reportlab python3-pil
"""

import datetime
import wave

import openpyxl
import xlsxwriter
from PIL import Image
from reportlab.lib.pagesizes import A5
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas


def orders():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Orders"
    sheet.append(["Order", "Customer", "Baked on", "Loaves", "Paid"])
    for number in range(1, 41):
        customer = ["Ada", "Björk", "日本 shop"][number % 3]
        day = datetime.date(2026, 3, number % 28 + 1)
        sheet.append([f"O-{number:03d}", customer, day, number * 2, number % 2 == 0])
    totals = book.create_sheet("Totals")
    totals["C3"] = "Loaves"
    totals["D3"] = 1640
    totals["C5"] = "First line\nsecond line"
    totals["C6"] = "a | b"
    book.create_sheet("Empty")
    notes = book.create_sheet("Notes")
    notes.sheet_state = "hidden"
    notes["A1"] = "Not for everybody"
    book.save("orders.xlsx")


def budget():
    book = xlsxwriter.Workbook("budget.xlsx")
    sheet = book.add_worksheet("Budget")
    sheet.write_row(0, 0, ["Month", "Flour", "Sum"])
    dates = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
    sheet.write_datetime(1, 0, datetime.datetime(2026, 1, 31, 12, 30), dates)
    sheet.write_number(1, 1, 12.5)
    sheet.write_formula(1, 2, "=B2*2", None, 25)
    sheet.write(199, 701, "far away")
    book.close()


def recipes():
    page = canvas.Canvas("recipes.pdf", pagesize=A5, invariant=1)
    page.setTitle("Three recipes")
    page.setAuthor("The bakery")
    texts = {
        "Country loaf": ["500 g flour, 350 g water, 10 g salt.", "Bake at 240 degrees for 45 minutes."],
        "Brioche": ["Butter, eggs, flour and patience.", "Café crème goes well with it."],
        "Rye with caraway": ["Sourdough, rye, and two spoons of caraway."],
    }
    for name, lines in texts.items():
        page.bookmarkPage(name)
        page.addOutlineEntry(name, name, 0)
        page.setFont("Helvetica-Bold", 18)
        page.drawString(40, 520, name)
        page.setFont("Helvetica", 11)
        for number, line in enumerate(lines):
            page.drawString(40, 480 - 20 * number, line)
        page.showPage()
    page.save()


def locked():
    page = canvas.Canvas("locked.pdf", pagesize=A5, invariant=1, encrypt="letmein")
    page.drawString(40, 500, "Only with the password")
    page.showPage()
    page.save()


def east_asian():
    """Its fonts and their tables of characters are not in the file: readers bring them."""
    page = canvas.Canvas("east-asian.pdf", pagesize=A5, invariant=1)
    for number, (font, text) in enumerate({"HeiseiMin-W3": "日本語のテキスト", "STSong-Light": "中文文本"}.items()):
        pdfmetrics.registerFont(UnicodeCIDFont(font))
        page.setFont(font, 14)
        page.drawString(50, 500 - 50 * number, text)
    page.showPage()
    page.save()


def media():
    picture = Image.linear_gradient("L").resize((16, 16))
    for name in ["loaf.png", "loaf.jpg", "loaf.gif", "loaf.webp", "loaf.tiff", "scan.pdf"]:
        picture.save(name)
    with wave.open("bell.wav", "wb") as bell:
        bell.setnchannels(1)
        bell.setsampwidth(1)
        bell.setframerate(8000)
        bell.writeframes(bytes(128 + (64 if step // 10 % 2 else -64) for step in range(400)))


for make in [orders, budget, recipes, locked, east_asian, media]:
    make()
