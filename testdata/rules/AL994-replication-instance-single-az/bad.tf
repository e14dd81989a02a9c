resource "aws_dms_replication_instance" "absent" { # want AL994 "aws_dms_replication_instance.absent has no standby in another Availability Zone: Multi-AZ is not written, and off unless it is"
  replication_instance_id    = "absent"
  replication_instance_class = "dms.t3.medium"
}

resource "aws_dms_replication_instance" "written" {
  replication_instance_id    = "written"
  replication_instance_class = "dms.t3.medium"
  multi_az                   = false # want AL994 "aws_dms_replication_instance.written has no standby in another Availability Zone: Multi-AZ is off"
}
