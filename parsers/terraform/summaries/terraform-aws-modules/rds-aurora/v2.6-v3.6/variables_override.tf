variable "snapshot_identifier" {
  default = ""
}
