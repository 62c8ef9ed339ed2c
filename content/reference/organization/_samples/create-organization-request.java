import com.latchkey.Latchkey;
import com.latchkey.organizations.CreateOrganizationOptions;
import com.latchkey.organizations.DomainData;
import com.latchkey.organizations.DomainDataState;
import java.util.List;
import java.util.Map;

public class CreateOrganization {
  public static void main(String[] args) {
    var latchkey = new Latchkey(System.getenv("LATCHKEY_API_KEY"));

    var organization = latchkey.organizations.createOrganization(
        CreateOrganizationOptions.builder()
            .name("Northwind")
            .domainData(List.of(new DomainData(
                "northwind.example", DomainDataState.Pending)))
            .externalId("customer-1042")
            .metadata(Map.of("plan", "team", "region", "eu"))
            .build());

    System.out.println(organization.id);
  }
}
