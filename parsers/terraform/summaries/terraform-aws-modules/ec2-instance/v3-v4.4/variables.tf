variable "ebs_block_device" {
  type    = list(map(string))
  default = []
}
