# References that no value carries: in meta-arguments, in branches that are not taken, behind definitions.
resource "aws_vpc" "one" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_vpc" "two" {
  count      = 2
  cidr_block = "10.1.0.0/16"
}

resource "aws_subnet" "counted" {
  count      = length(aws_vpc.two)
  vpc_id     = false ? aws_vpc.one.id : aws_vpc.two[count.index].id
  depends_on = [aws_vpc.one]

  lifecycle {
    replace_triggered_by = [aws_vpc.two[1].id]
  }
}

locals {
  vpcs = { one = aws_vpc.one.arn, two = aws_vpc.two[0].arn }
  loop = try(local.pool, aws_vpc.one.id)
  pool = false ? local.loop : "none"
}

resource "aws_instance" "web" {
  ami       = aws_vpc.one.id == "" ? "a" : "b"
  user_data = true ? "none" : local.vpcs["one"]
  key_name  = local.pool

  dynamic "ebs_block_device" {
    for_each = aws_subnet.none
    content {
      snapshot_id = coalesce(ebs_block_device.value.id, aws_vpc.two[0].id)
    }
  }

  connection {
    host = aws_vpc.one.cidr_block
  }

  provisioner "local-exec" {
    command = "echo ${self.id} ${[for v in aws_vpc.two : v.id][0]}"
  }
}

resource "aws_subnet" "none" {
  for_each = toset([])
}

module "m" {
  source = "./m"
  count  = 2
  vpc    = count.index > 5 ? aws_vpc.two[count.index].id : "none"
}

resource "aws_eip" "out" {
  instance = true ? "i" : module.m[1].id
}
