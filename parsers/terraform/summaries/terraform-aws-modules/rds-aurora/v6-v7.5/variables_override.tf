variable "engine_mode" {
  default = null
}

variable "skip_final_snapshot" {
  default = null
}
