import com.latchkey.Latchkey;
import com.latchkey.sso.GetAuthorizationUrlOptions;

public class GetAuthorizationUrl {
  public static void main(String[] args) {
    var latchkey = new Latchkey(System.getenv("LATCHKEY_API_KEY"));

    var url = latchkey.sso.getAuthorizationUrl(
        GetAuthorizationUrlOptions.builder()
            .clientId("client_01J9ZH2S6D")
            .redirectUri("https://app.example.com/callback")
            .organization("org_01J9ZJ8F3M")
            .state("invoice-1042")
            .build());

    System.out.println(url);
  }
}
