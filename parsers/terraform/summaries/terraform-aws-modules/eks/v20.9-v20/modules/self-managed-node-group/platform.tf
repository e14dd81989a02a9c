locals {
  platforms = {
    AL2          = "linux"
    AL2023       = "al2023"
    BOTTLEROCKET = "bottlerocket"
    WINDOWS      = "windows"
  }
}

output "platform" {
  value = try(local.platforms[split("_", var.ami_type)[0]], var.platform)
}

variable "ami_type" {
  type    = string
  default = "AL2_x86_64"
}
