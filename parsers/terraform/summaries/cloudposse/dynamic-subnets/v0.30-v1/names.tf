locals {
  zone_labels = [for z in var.availability_zones : local.abbreviations[z]]
}
