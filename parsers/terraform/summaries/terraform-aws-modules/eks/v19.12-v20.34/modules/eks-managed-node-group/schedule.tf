locals {
  unchanged = null
}
