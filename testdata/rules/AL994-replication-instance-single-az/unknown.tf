variable "standby" {
  type = bool
}

resource "aws_dms_replication_instance" "given" { # unknown AL994
  replication_instance_id    = "given"
  replication_instance_class = "dms.t3.medium"
  multi_az                   = var.standby
}
