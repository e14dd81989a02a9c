// Package regions holds what both parsers must know of AWS regions to evaluate functions and data sources that ask for
// their Availability Zones or partition. It knows nothing else of AWS.
package regions

import "regexp"

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

// A Partition is a group of regions with accounts and names of its own.
type Partition struct {
	Name          string // "aws"
	DNSSuffix     string // "amazonaws.com"
	ReversePrefix string // "com.amazonaws"
}

var (
	standard = regexp.MustCompile(`^(?:us|eu|ap|sa|ca|me|af|il|mx)-[a-z]+-\d+$`)
	china    = regexp.MustCompile(`^cn-[a-z]+-\d+$`)
	govCloud = regexp.MustCompile(`^us-gov-[a-z]+-\d+$`)
)

// PartitionOf gives the partition of a region. It is false for a region that is not known, and for those of which AWS
// tells little: see AWS Fault Isolation Boundaries, "Partitions"
// (https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html).
func PartitionOf(region string) (Partition, bool) {
	switch {
	case standard.MatchString(region):
		return Partition{"aws", "amazonaws.com", "com.amazonaws"}, true
	case china.MatchString(region):
		return Partition{"aws-cn", "amazonaws.com.cn", "cn.com.amazonaws"}, true
	case govCloud.MatchString(region):
		return Partition{"aws-us-gov", "amazonaws.com", "com.amazonaws"}, true
	}
	return Partition{}, false
}
