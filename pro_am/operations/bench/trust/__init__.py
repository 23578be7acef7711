"""What trust costs a large community: the full run, an update, the evidence on one page."""
