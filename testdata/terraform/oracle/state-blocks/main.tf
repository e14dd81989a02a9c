# Blocks about what was and what is to be: moved, import, removed, check, conditions, triggers, provisioners.
variable "ids" {
  type    = map(string)
  default = { a = "id-a", b = "id-b" }
}

variable "size" {
  default = 2

  validation {
    condition     = var.size > 0 && var.size < 10
    error_message = "Between 1 and 9, not ${var.size}."
  }
}

moved {
  from = aws_sqs_queue.old
  to   = aws_sqs_queue.each["a"]
}

moved {
  from = module.old
  to   = module.inner[0]
}

removed {
  from = aws_instance.forgotten

  lifecycle {
    destroy = false
  }
}

check "queues" {
  data "aws_caller_identity" "current" {}

  assert {
    condition     = length(aws_sqs_queue.each) == 2
    error_message = "There are ${length(aws_sqs_queue.each)}."
  }
}

resource "aws_sqs_queue" "each" {
  for_each = var.ids
  name     = each.value

  lifecycle {
    prevent_destroy = true
    ignore_changes  = all

    precondition {
      condition     = startswith(each.value, "id-")
      error_message = "Bad."
    }

    postcondition {
      condition     = self.name != ""
      error_message = "Empty."
    }
  }
}

resource "terraform_data" "trigger" {
  input            = var.size
  triggers_replace = [for q in aws_sqs_queue.each : q.name]

  lifecycle {
    replace_triggered_by = [aws_sqs_queue.each["a"]]
  }

  provisioner "local-exec" {
    when    = destroy
    command = "echo ${self.input}"
  }

  provisioner "local-exec" {
    command     = "echo ${join(",", values(var.ids))}"
    working_dir = path.module
    environment = { SIZE = var.size }
  }

  connection {
    type = "ssh"
    host = self.id
  }
}

module "inner" {
  source     = "./inner"
  count      = var.size
  name       = "n${count.index}"
  depends_on = [terraform_data.trigger]
}

resource "aws_sns_topic" "after" {
  count      = module.inner[1].size
  name       = "${module.inner[0].name}-${count.index}"
  depends_on = [module.inner, aws_sqs_queue.each]

  timeouts {
    create = "5m"
  }
}
