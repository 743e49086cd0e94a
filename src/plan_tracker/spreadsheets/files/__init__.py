"""From a file to sheets: what a file is by its bytes, and how it is read so that no file can do harm."""
