"""What a person reads, in English and in Chinese, and what is understood in options and over columns."""
