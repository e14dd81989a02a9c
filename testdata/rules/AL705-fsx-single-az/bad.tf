resource "aws_fsx_windows_file_system" "default" { # want AL705 "aws_fsx_windows_file_system.default runs in one Availability Zone: its deployment type is SINGLE_AZ_1 because none is written"
  storage_capacity    = 300
  throughput_capacity = 32
  subnet_ids          = ["subnet-1"]
}

resource "aws_fsx_ontap_file_system" "one" {
  storage_capacity    = 1024
  throughput_capacity = 128
  subnet_ids          = ["subnet-1"]
  preferred_subnet_id = "subnet-1"
  deployment_type     = "SINGLE_AZ_2" # want AL705 "its deployment type is SINGLE_AZ_2$"
}

resource "aws_fsx_openzfs_file_system" "pair" {
  storage_capacity    = 64
  throughput_capacity = 160
  subnet_ids          = ["subnet-1"]
  deployment_type     = "SINGLE_AZ_HA_2" # want AL705 "its deployment type is SINGLE_AZ_HA_2$"
}
