// Package regions holds what both parsers must know of AWS regions to evaluate functions that ask for their
// Availability Zones. It knows nothing else of AWS.
package regions

// Symbolic stands for a region that is not known: it has the form of a region's name and is none.
const Symbolic = "xx-zone-1"

// Most is the greatest number of Availability Zones that a region has.
const Most = 6

// usual is how many Availability Zones most regions offer every account.
const usual = 3

// zones are the regions that offer an account another number of Availability Zones: AWS Regions and Availability Zones
// User Guide, "AWS Regions" (https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html).
// us-west-1 has three, of which an account is given two; ap-northeast-1 has four, of which a new account is given three.
var zones = map[string]int{"us-east-1": 6, "us-west-2": 4, "us-west-1": 2, "ap-northeast-2": 4}

// Zones is the number of Availability Zones that a region offers an account; of one that is not known, the usual number.
func Zones(region string) int {
	if n := zones[region]; n > 0 {
		return n
	}
	return usual
}
