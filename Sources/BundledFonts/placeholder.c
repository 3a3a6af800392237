int sitmap_placeholder;
