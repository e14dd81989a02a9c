variable "name" {}

variable "settings" {
  type = object({ cells = number, color = string })
}

module "cell" {
  source   = "./cell"
  count    = var.settings.cells
  name     = "${var.name}-${count.index}"
  replicas = count.index + 2
}

resource "aws_sns_topic" "each" {
  for_each = toset([for i in range(var.settings.cells) : "t${i}"])
  name     = "${var.name}-${each.key}"
}

output "cells" {
  value = module.cell
}

output "color" {
  value = upper(var.settings.color)
}

output "topics" {
  value = aws_sns_topic.each
}
