import com.latchkey.Latchkey;
import com.latchkey.organizations.UpdateOrganizationOptions;
import java.util.Map;

public class UpdateOrganization {
  public static void main(String[] args) {
    var latchkey = new Latchkey(System.getenv("LATCHKEY_API_KEY"));

    var organization = latchkey.organizations.updateOrganization(
        "org_01J9ZJ8F3M",
        UpdateOrganizationOptions.builder()
            .name("Northwind Freight")
            .metadata(Map.of("plan", "business"))
            .build());

    System.out.println(organization.updatedAt);
  }
}
