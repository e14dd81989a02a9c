# Indexes and attributes of what a condition chose, and conditions within indexes.
variable "env" {
  default = "stage"
}

variable "single" {
  type    = bool
  default = false
}

variable "ids" {
  type    = list(string)
  default = ["i-1", "i-2", "i-3"]
}

locals {
  big   = { type = "m5.large", disks = [100, 200] }
  small = { type = "t3.micro", disks = [10] }
  sizes = {
    prod  = { type = "m5.xlarge", count = 3 }
    stage = { type = "m5.large", count = 2 }
  }
}

resource "aws_instance" "chosen" {
  count         = (var.env == "prod" ? local.sizes.prod : local.sizes.stage).count
  instance_type = (var.env == "dev" ? local.small : local.big).type
  disk          = (var.env == "dev" ? local.small : local.big).disks[0]
  subnet        = var.ids[var.single ? 0 : count.index]
  first         = (var.single ? [var.ids[0]] : var.ids)[0]
  last          = (var.single ? [var.ids[0]] : var.ids)[(var.single ? 1 : length(var.ids)) - 1]
  size          = local.sizes[contains(keys(local.sizes), var.env) ? var.env : "prod"].type
  name          = { prod = "p", stage = "s" }[var.env]
  nested        = var.env == "prod" ? "p" : var.env == "stage" ? "s" : var.env == "dev" ? "d" : "x"
  guarded       = contains(keys(local.sizes), "dev") ? local.sizes["dev"].type : "none"
  product       = (var.env == "prod" ? 10 : 5) * (count.index + 1)
  text          = "${var.env == "prod" ? "" : "${var.env}-"}web${var.single ? "" : "-${count.index}"}"
}

resource "terraform_data" "reads" {
  input = [
    aws_instance.chosen[var.single ? 0 : 1].name,
    (var.single ? aws_instance.chosen[*].text : reverse(aws_instance.chosen[*].text))[0],
    [for i in aws_instance.chosen : i.product][length(aws_instance.chosen) - 1],
    { for k, v in local.sizes : k => v.count }[var.env],
    element(var.single ? ["x"] : ["y", "z"], 3),
    lookup(var.env == "prod" ? { a = 1 } : { a = 2 }, "a", 0),
    [true, false][var.single ? 0 : 1] ? "on" : "off",
  ]
}
