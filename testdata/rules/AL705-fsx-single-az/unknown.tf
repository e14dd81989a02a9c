variable "deployment" {}

resource "aws_fsx_windows_file_system" "given" { # unknown AL705
  storage_capacity    = 300
  throughput_capacity = 32
  subnet_ids          = ["subnet-1"]
  deployment_type     = var.deployment
}
