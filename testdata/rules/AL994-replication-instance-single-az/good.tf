resource "aws_dms_replication_instance" "standby" {
  replication_instance_id    = "standby"
  replication_instance_class = "dms.t3.medium"
  multi_az                   = true
}
