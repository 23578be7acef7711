"""Pure: what an SOS says, whom it calls on, and when it shows numbers of help first."""
