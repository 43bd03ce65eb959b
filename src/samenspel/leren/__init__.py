"""What a municipality learns from its casussen: sessions in which they are looked back on, and lessons."""
