"""Reports that people keep elsewhere, read into text: plain text, Markdown, Word, PDF."""
