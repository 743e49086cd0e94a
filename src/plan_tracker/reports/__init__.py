"""What is said: questions and their answers put into words, as cells and lines without a format."""
