# The syntax of 0.11 that terraform still takes.
variable "names" {
  type    = list(string)
  default = ["a", "b"]
}

variable "ports" {
  type = map(string)

  default = {
    http  = "80"
    https = 443
  }
}

variable "flag" {
  type    = string
  default = "1"
}

resource "aws_instance" "web" {
  count         = "${length(var.names)}"
  instance_type = "${var.flag == "1" ? "t2.micro" : "t2.nano"}"

  tags = {
    Name  = "${element(var.names, count.index)}"
    First = "${var.names.0}"
    Port  = "${lookup(var.ports, "http")}"
    Other = "${var.ports["https"]}"
    Index = "${count.index + 1}"
  }
}

resource "aws_elb" "all" {
  subnets   = "${split(",", "s-1,s-2")}"
  name      = "elb-${join("-", aws_instance.web.*.instance_type)}"
  tags      = "${merge(var.ports, tomap({ Name = "${aws_instance.web.0.tags["Name"]}" }))}"

  listener {
    instance_port = "${var.ports["http"]}"
    lb_port       = "${var.flag * 80}"
  }
}
