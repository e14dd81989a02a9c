locals {
  zone_labels = [for z in var.availability_zones : replace(z, "-", module.this.delimiter)]
}
