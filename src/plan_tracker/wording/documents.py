"""What is said of reports that are read: what a file is, why it cannot be read, what to do."""

from plan_tracker.language import Phrase
from plan_tracker.wording import files

READ_AS, GAVE_UP = files.READ_AS, files.GAVE_UP
EMPTY, UNPACKS_TOO_LARGE, OLD_OFFICE = files.EMPTY, files.UNPACKS_TOO_LARGE, files.OLD_OFFICE
LOCKED, TAKE_PASSWORD_OFF = files.LOCKED, files.TAKE_PASSWORD_OFF
PAGES_WITHOUT_TEXT = Phrase(
    "{file}: no text on {number} of {pages} {pages|page|pages} ({list}); possibly scanned, so not read",
    "{file}：共{pages}页，其中{number}页没有文字（{list}），可能是扫描件，未读取",
)

WORD_UNREAD = Phrase(
    "{file} is a Word document, and {package} is not installed",
    "{file} 是 Word 文档，须先安装 {package} 才能读取",
)
PDF_UNREAD = Phrase(
    "{file} is a PDF, and {package} is not installed", "{file} 是 PDF，须先安装 {package} 才能读取"
)
UNWRITTEN = Phrase(
    "a Word document needs python-docx, which is not installed", "输出 Word 文档须先安装 python-docx"
)
INSTALL = Phrase('pip install "plan-tracker[documents]"', 'pip install "plan-tracker[documents]"')
NAME_A_REPORT = Phrase(
    "name a report: text, Markdown, .docx or .pdf", "请指明报告文件：文本、Markdown、.docx 或 .pdf"
)
SAVE_TEXT_ALONE = Phrase(
    "save the text of the report by itself, and name that file", "请把报告正文单独另存为文件，再指明该文件"
)
NO_TEXT = Phrase(
    "{file} is not text in UTF-8, UTF-16, GB18030 or windows-1252, and not a .docx or .pdf",
    "{file} 不是 UTF-8、UTF-16、GB18030 或 windows-1252 文本，也不是 .docx 或 .pdf",
)
SAVE_AS_UTF8 = Phrase("save it as text in UTF-8", "请另存为 UTF-8 文本")
NOTHING_PRINTED = Phrase("{file} contains no text", "{file} 中没有文字")

OLD_WORD = Phrase("{file} is an old Word file (.doc)", "{file} 是旧格式 Word 文件（.doc）")
RICH_TEXT = Phrase("{file} is an RTF file", "{file} 是 RTF 文件")
OPEN_DOCUMENT = Phrase("{file} is an OpenDocument text", "{file} 是 OpenDocument 文本")
WEB_PAGE = Phrase("{file} is a web page", "{file} 是网页")
XML = Phrase("{file} is an XML file", "{file} 是 XML 文件")
SAVE_AS_DOCX = Phrase(
    "open it in a word processor and save it as .docx, or as text",
    "请用文字处理软件打开后另存为 .docx 或文本",
)
A_PLAN = Phrase("{file} is a plan, not a report", "{file} 是计划文件，不是报告")
JSON = Phrase("{file} is JSON, not a report", "{file} 是 JSON，不是报告")
WORKBOOK = Phrase("{file} is a workbook", "{file} 是工作簿")
RECORD_IT = Phrase(
    "a table of figures is for `record --from`; a report is text, Markdown, .docx or .pdf",
    "数据表请用 `record --from`；报告应为文本、Markdown、.docx 或 .pdf",
)
SLIDES = Phrase("{file} is a presentation", "{file} 是演示文稿")
ARCHIVE = Phrase("{file} is an archive", "{file} 是压缩包")
UNPACK = Phrase("unpack it and name the report in it", "请先解压，再指明其中的报告")
PICTURE = Phrase("{file} is a picture", "{file} 是图片")
READ_THE_TEXT = Phrase(
    "run text recognition (OCR) on it, and save the result as .txt, .docx or .pdf",
    "请先做文字识别（OCR），再另存为 .txt、.docx 或 .pdf",
)
SCANNED = Phrase(
    "{file} has {pages} {pages|page|pages} and no text: it is scanned",
    "{file} 共{pages}页，没有文字，是扫描件",
)
DAMAGED = Phrase("{file} is damaged: {reason}", "{file} 已损坏：{reason}")
INCOMPLETE = Phrase("{file} is damaged: the document is incomplete", "{file} 已损坏，不是完整的文档")
SAVE_AGAIN = Phrase(
    "open it in the program it was made with and save it again, or save it as text",
    "请用相应软件打开后重新保存，或另存为文本",
)
TOO_SLOW = Phrase(
    "{file} was not read: one of its pages took more than {seconds} {seconds|second|seconds}",
    "{file} 未读取：其中一页用时超过{seconds}秒",
)
