# A text of which parts are not known keeps the others.

variable "name" {}

resource "aws_db_instance" "db" {
  identifier = "orders"
}

locals {
  script = <<-EOT
    #!/bin/sh
    export DB=${aws_db_instance.db.address}
    %{for p in ["nginx", "php"]~}
    apt-get install ${p}
    %{endfor~}
  EOT
}

resource "aws_t" "text" {
  template = "http://${aws_db_instance.db.address}:80" #= ? <"http://…:80", aws_db_instance.db.address>
  known    = "${aws_db_instance.db.identifier}-x" #= "orders-x" <aws_db_instance.db.identifier>
  alone    = "${aws_db_instance.db.address}" #= ? <aws_db_instance.db.address>
  nothing  = "${var.name}${var.name}" #= ?
  heredoc  = local.script #= ? <"#!/bin/sh\nexport DB=…\n    apt-get install nginx\n    apt-get install php\n", aws_db_instance.db.address>
  encoded  = base64encode(local.script) #= ? <"#!/bin/sh\nexport DB=…\n    apt-get install nginx\n    apt-get install php\n", aws_db_instance.db.address>
  joined   = join(" ", ["a", var.name, "b"]) #= ? <"a … b">
  format   = format("%s-%s", "a", var.name) #= ? <"a-…">
  other    = upper("a${var.name}") #= ?
  choice   = var.name == "" ? "a${var.name}" : "b${var.name}" #= ?
  if       = "%{if var.name == ""}x%{else}y%{endif}z" #= ? <"…z">
  decided  = "%{if true}x%{else}y%{endif}z" #= "xz"
  nested   = "<${"[${var.name}]"}>" #= ? <"<[…]>">
}

data "template_file" "t" {
  template = "host=$${host} mode=$${mode}"
  vars = {
    host = aws_db_instance.db.address
    mode = "rw"
  }
}

data "cloudinit_config" "c" {
  part {
    content = "one ${var.name}"
  }
  part {
    content = data.template_file.t.rendered
  }
}

resource "aws_instance" "rendered" {
  user_data        = data.template_file.t.rendered #= ? <"host=… mode=rw", aws_db_instance.db.address, data.template_file.t.rendered>
  user_data_base64 = data.cloudinit_config.c.rendered #= ? <"Content-Type: multipart/mixed; boundary=\"MIMEBOUNDARY\"\nMIME-Version: 1.0\n\n--MIMEBOUNDARY\nContent-Type: text/plain\n\none …\n--MIMEBOUNDARY\nContent-Type: text/plain\n\nhost=… mode=rw\n--MIMEBOUNDARY--\n", aws_db_instance.db.address, data.cloudinit_config.c.rendered, data.template_file.t.rendered>
}
