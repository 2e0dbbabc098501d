"""What earlier builds found: remembered, never decided on."""
