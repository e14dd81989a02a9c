variable "skip_final_snapshot" {
  default = null
}
