package regions

import "testing"

func TestZones(t *testing.T) {
	for region, want := range map[string]int{"us-east-1": 6, "us-west-1": 2, "eu-west-1": 3, Symbolic: 3, "": 3} {
		if got := Zones(region); got != want {
			t.Errorf("%q has %d zones, want %d", region, got, want)
		}
	}
	for region, n := range zones {
		if n > Most {
			t.Errorf("%s has more zones than any region", region)
		}
	}
}

func TestPartitions(t *testing.T) {
	for region, want := range map[string]string{
		"us-east-1": "aws", "eu-west-1": "aws", "ap-southeast-4": "aws", "cn-northwest-1": "aws-cn", "us-gov-west-1": "aws-us-gov",
		"us-iso-east-1": "", "eu-isoe-west-1": "", Symbolic: "", "": "", "eu-west-1a": "",
	} {
		if got, ok := PartitionOf(region); got.Name != want || ok != (want != "") {
			t.Errorf("%q is in partition %q, want %q", region, got.Name, want)
		}
	}
}
