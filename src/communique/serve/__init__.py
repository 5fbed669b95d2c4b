"""Arguments and records -> what a person or another program sees: the only room that prints and exits."""
