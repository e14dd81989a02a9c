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
