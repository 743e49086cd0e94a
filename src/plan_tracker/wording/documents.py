"""What is said of reports that are read: what a file is, why it cannot be read, what to do."""

from plan_tracker.language import Phrase
from plan_tracker.wording import sheets

READ_AS, GAVE_UP = sheets.READ_AS, sheets.GAVE_UP
EMPTY, UNPACKS_TOO_LARGE, OLD_OFFICE = sheets.EMPTY, sheets.UNPACKS_TOO_LARGE, sheets.OLD_OFFICE
LOCKED, TAKE_PASSWORD_OFF = sheets.LOCKED, sheets.TAKE_PASSWORD_OFF
PAGES_WITHOUT_TEXT = Phrase(
    "{file}: no text on {number} of {pages} {pages|page|pages} ({list}): they may be scanned,"
    " and were not read",
    "{file}：共{pages}页，其中{number}页没有文字（{list}），可能是扫描图像，未读取",
)

WORD_UNREAD = Phrase(
    "{file} is a Word document, and {package} is not installed", "{file} 是 Word 文档，但没有安装 {package}"
)
PDF_UNREAD = Phrase("{file} is a PDF, and {package} is not installed", "{file} 是 PDF，但没有安装 {package}")
UNWRITTEN = Phrase(
    "a Word document needs python-docx, which is not installed", "写 Word 文档需要 python-docx，但没有安装"
)
INSTALL = Phrase('pip install "plan-tracker[documents]"', 'pip install "plan-tracker[documents]"')
NAME_A_REPORT = Phrase(
    "name a report: text, Markdown, .docx or .pdf", "请指明报告文件：文本、Markdown、.docx 或 .pdf"
)
SAVE_TEXT_ALONE = Phrase("save the text of the report alone", "请只把报告的文字另存为文件")
NO_TEXT = Phrase(
    "{file} is no text in UTF-8, UTF-16, GB18030 or windows-1252, no .docx and no .pdf",
    "{file} 不是 UTF-8、UTF-16、GB18030 或 windows-1252 文本，也不是 .docx 或 .pdf",
)
SAVE_AS_UTF8 = Phrase("save it as text in UTF-8", "请另存为 UTF-8 文本")
NOTHING_PRINTED = Phrase("{file} holds no text", "{file} 中没有文字")

OLD_WORD = Phrase("{file} is a Word file of the old kind (.doc)", "{file} 是旧格式 Word 文件（.doc）")
RICH_TEXT = Phrase("{file} is a file in RTF", "{file} 是 RTF 文件")
OPEN_DOCUMENT = Phrase("{file} is an OpenDocument text", "{file} 是 OpenDocument 文本")
WEB_PAGE = Phrase("{file} is a web page", "{file} 是网页")
XML = Phrase("{file} is an XML file", "{file} 是 XML 文件")
SAVE_AS_DOCX = Phrase(
    "open it in a text program and save it as .docx, or as text", "请用文字处理软件打开后另存为 .docx 或文本"
)
WORKBOOK = Phrase("{file} is a workbook", "{file} 是工作簿")
RECORD_IT = Phrase(
    "a table of figures is for `record --from`; a report is text, Markdown, .docx or .pdf",
    "数据表请用 `record --from`；报告应为文本、Markdown、.docx 或 .pdf",
)
SLIDES = Phrase("{file} holds slides", "{file} 是演示文稿")
ARCHIVE = Phrase("{file} is an archive", "{file} 是压缩包")
UNPACK = Phrase("unpack it and name the report in it", "请先解压，再指明其中的报告")
PICTURE = Phrase("{file} is a picture", "{file} 是图片")
READ_THE_TEXT = Phrase(
    "have its text recognised (OCR) and give that as .txt, .docx or .pdf",
    "请先做文字识别（OCR），再给出 .txt、.docx 或 .pdf",
)
SCANNED = Phrase(
    "{file} has {pages} {pages|page|pages} and no text: it is scanned",
    "{file} 共{pages}页，没有文字，是扫描件",
)
DAMAGED = Phrase("{file} is damaged: {reason}", "{file} 已损坏：{reason}")
INCOMPLETE = Phrase("{file} is damaged: it is no whole document", "{file} 已损坏，不是完整的文档")
SAVE_AGAIN = Phrase(
    "open it in its program and save it again, or save it as text", "请用相应软件打开后重新保存，或另存为文本"
)
TOO_SLOW = Phrase(
    "{file} was not read: a page of it took more than {seconds} seconds",
    "{file} 未读取：其中一页用时超过{seconds}秒",
)
