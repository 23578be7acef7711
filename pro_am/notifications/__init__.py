"""Letters on their way: delivered by SMTP, or readable here while developing."""
