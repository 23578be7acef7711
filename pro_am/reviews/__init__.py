"""What host and pro-am say of each other afterwards: double blind, for fourteen days."""
