# Numbers: precision, division, rounding, signs, texts of numbers.
variable "typed" {
  type    = number
  default = "0.1"
}

variable "big" {
  type    = number
  default = 123456789012345678901234567890
}

locals {
  third  = 1 / 3
  memory = 512
}

resource "terraform_data" "numbers" {
  input = {
    sums     = [0.1 + 0.2, var.typed + 0.2, 1e3 + 1, 1.10, 100.00, 1e-7, 5e20, -0]
    products = [0.1 * 3, 1.5 * 2, local.third * 3, var.big * 10, var.big + 1]
    division = [7 / 2, 10 / 4, 1 / 3, 2 / 3, -7 / 2, 22 / 7]
    modulo   = [7 % 3, -7 % 3, 7 % -3, 7.5 % 2, 0 % 5]
    compare  = [0.1 + 0.2 == 0.3, 1 == 1.0, 1 / 3 * 3 == 1, 2 > 1.999, "10" > 9, -1 < 0]
    rounded  = [floor(2.7), ceil(2.1), floor(-2.7), ceil(-2.1), floor(5 / 2), ceil(local.memory / 1000)]
    texts    = ["${0.1 + 0.2}", "${1 / 3}", "${1e3}", "${1.50}", "${var.big}", "${5e20}", "${1e-7}", "${- 0}", tostring(100000000000000000000)]
    parsed   = [tonumber("1e3"), tonumber("-5.50"), parseint("ff", 16), parseint("-101", 2), parseint("zz", 36)]
    power    = [pow(2, 10), pow(2, -1), pow(9, 0.5), log(8, 2), log(100, 10)]
    bounds   = [max(1, 2.5, -3), min(1, 2.5, -3), max([1, 5, 2]...), abs(-2.5), signum(-3), sum([0.1, 0.2, 0.3])]
    strings  = ["5" * 2, "2" + "3", -"4", "1.0" == 1.0, "1" == 1]
    ranges   = [range(3), range(1, 4), range(1, 10, 4), range(3, 0), range(0, 1, 0.25), range(5, 0, -2)]
    count    = length(range(0, 100, 7))
  }
}

resource "aws_ecs_task_definition" "this" {
  cpu     = local.memory / 2
  memory  = local.memory * 1.5
  percent = floor(100 * local.third)
  share   = "${floor(100 / 3)}%"
  json    = jsonencode({ cpu = local.memory / 2, ratio = 1 / 4, third = local.third, big = var.big })
}
