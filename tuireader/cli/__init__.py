"""The command line: reads arguments, wires everything, opens the screen late."""
