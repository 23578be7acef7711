"""How good an order is, measured on communities drawn by lot."""
