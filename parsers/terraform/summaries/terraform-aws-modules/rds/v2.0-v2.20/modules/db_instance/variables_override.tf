variable "replicate_source_db" {
  default = ""
}

variable "snapshot_identifier" {
  default = ""
}
