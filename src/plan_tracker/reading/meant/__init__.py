"""What people mean by words, signs and lines that a plan file cannot have, and what they write instead."""
