"""What coaches and their clients land on: who needs a word, and what is planned for me."""
