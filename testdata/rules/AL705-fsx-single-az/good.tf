resource "aws_fsx_windows_file_system" "standby" {
  storage_capacity    = 300
  throughput_capacity = 32
  subnet_ids          = ["subnet-1", "subnet-2"]
  preferred_subnet_id = "subnet-1"
  deployment_type     = "MULTI_AZ_1"
}

# Lustre knows no other.
resource "aws_fsx_lustre_file_system" "scratch" {
  storage_capacity = 1200
  subnet_ids       = ["subnet-1"]
}
